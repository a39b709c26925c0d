import type { Text } from "#kernel/texts.ts";

/** Why a file could not be read, and what to do instead; `{name}` is the file. */
export const readingTexts = {
  "document.too-large": {
    zh: "“{name}”超过 {megabytes} MB，请拆分后再收录。",
    en: "“{name}” is larger than {megabytes} MB; split it and try again.",
  },
  "document.too-long": {
    zh: "“{name}”有 {characters} 个字符，超过 {most} 的上限，请拆分后再收录。",
    en: "“{name}” has {characters} characters, more than {most}; split it and try again.",
  },
  "document.too-many-findings": {
    zh: "“{name}”里找出的数据超过 {most} 条，不像文稿；数据表请用指标导入。",
    en: "More than {most} figures were found in “{name}”, which is no article; import tables of data as figures instead.",
  },
  "document.empty": { zh: "“{name}”中没有可读的文字。", en: "“{name}” holds no readable text." },
  "document.old-office": {
    zh: "“{name}”是旧版 Office 文件（.doc、.xls、.ppt、.wps），请在 Word、Excel 或 WPS 中另存为 .docx 或 .xlsx 再收录。",
    en: "“{name}” is an old Office file (.doc, .xls, .ppt, .wps); save it as .docx or .xlsx in Word, Excel or WPS and try again.",
  },
  "document.ofd": {
    zh: "“{name}”是 OFD 版式文件，请用 OFD 阅读器另存为带文字的 PDF，或复制文字粘贴收录。",
    en: "“{name}” is an OFD file; save it as a PDF with text in an OFD reader, or paste its text.",
  },
  "document.scanned": {
    zh: "“{name}”是扫描件，没有文字层，请先做文字识别（OCR）或粘贴文字收录。",
    en: "“{name}” is a scan without text; run text recognition (OCR) first, or paste the text.",
  },
  "document.picture": {
    zh: "“{name}”是图片或音视频文件，没有可读的文字，请先做文字识别（OCR）或粘贴文字收录。",
    en: "“{name}” is a picture, sound or film without text; run text recognition (OCR) first, or paste the text.",
  },
  "document.archive": {
    zh: "“{name}”是压缩包，请解压后逐个收录其中的文件。",
    en: "“{name}” is an archive; unpack it and take in its files one by one.",
  },
  "document.zip-bomb": {
    zh: "“{name}”解压后过大（{megabytes} MB 以上或压缩比异常），已拒绝。",
    en: "“{name}” would unpack to more than {megabytes} MB or at an abnormal ratio and was refused.",
  },
  "document.encrypted": {
    zh: "“{name}”有密码保护，请取消密码后再收录。",
    en: "“{name}” is protected by a password; remove it and try again.",
  },
  "document.too-many-pages": {
    zh: "“{name}”有 {pages} 页，超过 {most} 页的上限，请拆分后再收录。",
    en: "“{name}” has {pages} pages, more than {most}; split it and try again.",
  },
  "document.too-many-rows": {
    zh: "“{name}”的表格超过 {most} 个单元格，请拆分后再收录。",
    en: "The tables of “{name}” have more than {most} cells; split it and try again.",
  },
  "document.binary": {
    zh: "“{name}”不是文本文件，可收录的格式为 TXT、MD、HTML、MHTML、DOCX、PDF（带文字）和 XLSX。",
    en: "“{name}” is not a text; TXT, MD, HTML, MHTML, DOCX, PDF (with text) and XLSX can be taken in.",
  },
  "document.damaged": {
    zh: "“{name}”已损坏或不完整，请重新导出后再收录。",
    en: "“{name}” is damaged or incomplete; export it again and retry.",
  },
  "document.unreadable": { zh: "打不开“{name}”，请核对路径和权限。", en: "“{name}” cannot be opened; check the path and its permissions." },
  "document.same-name": {
    zh: "“{name}”与另一个文件同名（不计扩展名），会写入同一结果文件，请改名后再试。",
    en: "“{name}” has the same name (without its ending) as another file and would be written to the same result; rename it.",
  },
  "document.output": {
    zh: "结果无法写入“{name}”，请核对目录和权限。",
    en: "The result cannot be written to “{name}”; check the folder and its permissions.",
  },
} as const satisfies Record<string, Text>;
