/** The first letter and the domain: enough to know one's own address again (handbook §16: masked by default). */
export function maskMail(address: string): string {
  const at = address.lastIndexOf("@");
  return at <= 0 ? "***" : `${[...address][0] ?? ""}***${address.slice(at)}`;
}
