import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

type AppLinkProps = {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  /** Where the words inside do not say enough. */
  readonly label?: string;
};

/** A link inside the product; `to` is a path with its parameters filled in. */
export function AppLink({ to, search, className, children, onClick, label }: AppLinkProps) {
  const optional = { ...(className ? { className } : {}), ...(onClick ? { onClick } : {}), ...(label ? { "aria-label": label } : {}) };
  return (
    <Link to={to as never} search={(search ?? {}) as never} {...optional}>
      {children}
    </Link>
  );
}
