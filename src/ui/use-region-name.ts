import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** Regions are named as their sources name them; the zone's own region has an English name as well. */
export function useRegionName(): (region: string) => string {
  const { language } = useWords();
  const { zone } = useViewer();
  return (region) => (region === zone.region ? zone.name[language] : region);
}
