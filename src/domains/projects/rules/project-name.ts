/** What two spellings of one project's name have in common: width, case, spaces, brackets, quotation marks and a trailing 项目 aside. */
export const projectNameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）【】[\]“”"'‘’《》·.,，、-]/gu, "")
    .replace(/(建设)?项目$/u, "");
