/** What a backup says of itself before its entries. */
export type Beginning = {
  readonly format: 1;
  readonly createdAt: string;
  readonly program: string;
  readonly postgres: string;
  /** In the order in which they were applied: the schema that the rows were read from. */
  readonly migrations: readonly { readonly file: string; readonly checksum: string }[];
};

export type TableEntry = { readonly entry: "table"; readonly schema: string; readonly name: string; readonly columns: readonly string[] };
export type FileEntry = { readonly entry: "file"; readonly zoneId: string; readonly hash: string };
/** Signs the cookies and is the root of what is encrypted at rest; only in a sealed backup. */
export type SecretEntry = { readonly entry: "secret" };
export type Entry = TableEntry | FileEntry | SecretEntry;

export type TableProof = {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
};

/** What a backup proves of itself after its entries. */
export type Manifest = {
  readonly tables: readonly TableProof[];
  readonly sequences: readonly { readonly schema: string; readonly name: string; readonly value: string; readonly called: boolean }[];
  readonly files: { readonly count: number; readonly bytes: number };
  /** Files that the tables name and the store did not have. */
  readonly missingFiles: readonly string[];
  readonly secret: boolean;
  readonly journals: readonly { readonly zone: string; readonly entries: number; readonly lastHash: string }[];
};
