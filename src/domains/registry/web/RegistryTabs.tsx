import { Link } from "@tanstack/react-router";
import { partTexts, searchTexts } from "#domains/registry/web/search-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

const PARTS = [
  { key: "search", path: "/registry", permission: "registry.read" },
  { key: "book", path: "/registry/book", permission: "registry.read" },
  { key: "duplicates", path: "/registry/duplicates", permission: "registry.read" },
  { key: "corrections", path: "/registry/corrections", permission: "registry.read" },
  { key: "imports", path: "/registry/import", permission: "registry.import" },
] as const;

/** The parts of the register that the role may see, each with its address. */
export function RegistryTabs({ here }: { readonly here: (typeof PARTS)[number]["key"] }) {
  const { say } = useWords();
  const { permissions } = useViewer();
  return (
    <nav className="tabs" aria-label={say(searchTexts.sections)}>
      {PARTS.filter(({ permission }) => permissions.has(permission)).map(({ key, path }) => (
        <Link
          key={key}
          to={path as never}
          // The router marks a link whose address begins this one as well; only the part itself is here.
          activeOptions={{ exact: true }}
          {...(key === here ? { "aria-current": "page" as const } : {})}
        >
          {say(partTexts[key])}
        </Link>
      ))}
    </nav>
  );
}
