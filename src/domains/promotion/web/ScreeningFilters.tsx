import { useQuery } from "@tanstack/react-query";
import { strengthWords } from "#domains/chain/contract/chain.ts";
import { ANY_FIT, LEAST_FIT } from "#domains/promotion/web/screening-filter.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { chainGraph } from "#domains/promotion/web/target-client.ts";
import { Controller, controllerWords, QualificationKind, qualificationWords } from "#domains/registry/contract/enterprise.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { useAddress } from "#ui/use-address.ts";

const FITS = [20, 40, 60, 80];

/** The place of the chain, a field with all that is below it as well, and what narrows the pool; all of it stands in the address. */
export function ScreeningFilters() {
  const { say, language } = useWords();
  const [address, change] = useAddress();
  const graph = useQuery({ queryKey: ["chain-graph", "today"], queryFn: () => chainGraph.graph({}) });
  const places = (graph.data?.nodes ?? []).filter(({ level }) => level !== "industry");
  return (
    <>
      <SearchChoice
        label={say(texts.place)}
        value={address["node"] ?? ""}
        onChange={(node) => change({ node })}
        options={places.map(({ code, name, nameEn, strength }) => ({
          value: code,
          label: `${language === "en" && nameEn !== "" ? nameEn : name} · ${say(strengthWords[strength])}`,
        }))}
      />
      <SearchField label={say(texts.regions)} value={address["regions"] ?? ""} onChange={(regions) => change({ regions })} />
      <SearchField label={say(texts.notRegions)} value={address["without"] ?? ""} onChange={(without) => change({ without })} />
      <SearchField label={say(texts.classes)} value={address["classes"] ?? ""} onChange={(classes) => change({ classes })} />
      <SearchField label={say(texts.capital)} value={address["capital"] ?? ""} onChange={(capital) => change({ capital })} />
      <SearchField label={say(texts.revenueFrom)} value={address["revenue"] ?? ""} onChange={(revenue) => change({ revenue })} />
      <Choice
        label={say(texts.controller)}
        value={address["controller"] ?? ""}
        onChange={(controller) => change({ controller })}
        options={[
          { value: "", label: say(texts.any) },
          ...Controller.options.map((value) => ({ value, label: say(controllerWords[value]) })),
        ]}
      />
      <Choice
        label={say(texts.qualification)}
        value={address["qualification"] ?? ""}
        onChange={(qualification) => change({ qualification })}
        options={[
          { value: "", label: say(texts.any) },
          ...QualificationKind.options.map((value) => ({ value, label: say(qualificationWords[value]) })),
        ]}
      />
      <Choice
        label={say(texts.listed)}
        value={address["listed"] ?? ""}
        onChange={(listed) => change({ listed })}
        options={[
          { value: "", label: say(texts.any) },
          { value: "yes", label: say(texts.onlyListed) },
        ]}
      />
      <Choice
        label={say(texts.fitFrom)}
        value={address["fit"] ?? LEAST_FIT}
        onChange={(fit) => change({ fit: fit === LEAST_FIT ? "" : fit })}
        options={[
          { value: LEAST_FIT, label: say(texts.someFit) },
          { value: ANY_FIT, label: say(texts.any) },
          ...FITS.map((value) => ({ value: String(value), label: String(value) })),
        ]}
      />
    </>
  );
}
