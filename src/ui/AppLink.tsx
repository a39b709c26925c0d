import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

type AppLinkProps = {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
};

/** A link inside the product; `to` is a path with its parameters filled in. */
export function AppLink({ to, search, className, children, onClick }: AppLinkProps) {
  const optional = { ...(className ? { className } : {}), ...(onClick ? { onClick } : {}) };
  return (
    <Link to={to as never} search={(search ?? {}) as never} {...optional}>
      {children}
    </Link>
  );
}
