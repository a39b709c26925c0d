import { AppLink } from "#ui/AppLink.tsx";

export type CaseRef = { readonly id: string; readonly number: string; readonly title: string; readonly enterprise: string };

export function CaseLink({ of }: { readonly of: CaseRef }) {
  return (
    <>
      <AppLink to={`/approvals/${of.id}`}>{of.number}</AppLink>
      <span className="under quiet">{of.enterprise}</span>
    </>
  );
}
