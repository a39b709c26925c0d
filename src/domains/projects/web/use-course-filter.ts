import { CourseFilter } from "#domains/projects/contract/course-operations.ts";
import { useAddress } from "#ui/use-address.ts";

const { list: List, category: Category, level: Level, asOf: AsOf } = CourseFilter.shape;

/** What the address says of which projects; words that are none are left out. */
export function useCourseFilter() {
  const [address] = useAddress();
  return {
    q: address["q"]?.slice(0, 60) || undefined,
    list: List.safeParse(address["list"]).data,
    category: Category.safeParse(address["category"]).data,
    level: Level.safeParse(address["level"]).data,
    asOf: AsOf.safeParse(address["asOf"]).data,
  };
}
