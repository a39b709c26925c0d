import { useState } from "react";
import type { z } from "zod";
import type { ReportView } from "#domains/projects/contract/investment-operations.ts";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import { photoAddress, thumbnailAddress } from "#domains/projects/web/register-client.ts";
import { useWords } from "#ui/language.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useTimes } from "#ui/use-times.ts";

type Report = z.infer<typeof ReportView>;
type Photo = Report["photos"][number];

/** Photos of the site, newest first, each with the day on which it was taken, or else reported. */
export function SitePhotos({ reports }: { readonly reports: readonly Report[] }) {
  const { say } = useWords();
  const photos = reports.flatMap((report) => report.photos.map((photo) => ({ report, photo })));
  if (photos.length === 0) return <p className="section-body quiet">{say(investTexts.noPhotos)}</p>;
  return (
    <div className="photos">
      {photos.map(({ report, photo }) => (
        <SitePhoto key={photo.id} report={report} photo={photo} />
      ))}
    </div>
  );
}

function SitePhoto({ report, photo }: { readonly report: Report; readonly photo: Photo }) {
  const { say, language } = useWords();
  const { day: dayWords, moment } = useTimes();
  const [broken, setBroken] = useState(false);
  const day = photo.takenAt === null ? dayWords(report.reportedOn) : moment(photo.takenAt);
  return (
    <figure>
      <a href={photoAddress(photo.id)} download>
        {broken ? (
          say(investTexts.cannotShow)
        ) : (
          <img
            src={thumbnailAddress(photo.id)}
            alt={photo.caption || say(investTexts.photoOf, { month: sayPeriod(report.month, language), day })}
            loading="lazy"
            onError={() => setBroken(true)}
          />
        )}
      </a>
      <figcaption>
        {sayPeriod(report.month, language)} ·{" "}
        {photo.takenAt === null ? say(investTexts.reportedBy, { day, by: report.by }) : say(investTexts.taken, { day })}
        {photo.caption ? <span className="under">{photo.caption}</span> : null}
      </figcaption>
    </figure>
  );
}
