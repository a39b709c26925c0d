/** Files that a paper may come as. */
export const PAPER_TYPES = ".pdf,.ofd,.png,.jpg,.jpeg,.webp,.doc,.docx,.xls,.xlsx";
