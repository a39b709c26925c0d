const spelling = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）【】[\]“”"'‘’《》·.,，、-]/gu, "");

/** What two spellings of one project's name have in common: width, case, spaces, brackets, quotation marks and a trailing 项目 aside. */
export const projectNameKey = (name: string): string => spelling(name).replace(/(建设)?项目$/u, "");

/** What two spellings of an enterprise's name have in common; another legal form is another enterprise. */
export const enterpriseNameKey = spelling;
