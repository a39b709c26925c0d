const CODE =
  /(?:\bfunction\b\s?\w{0,30}\s?\(|\bvar\s+\w+|\bdocument\.|\bwindow\.|\$\(|=>|\}\s?else\s?\{|\breturn\b[^。]{0,40};|<!--|-->|\{\{|\}\}|<%|%>|\{%|%\}|\$\{|@media|@import|!important|\b(?:margin|padding|font-size|font-family|line-height|background|display|width|height|color|float|position)\s?:\s?[#\w'"]|mso-|\btext\/javascript|\.(?:js|css|jpg|png|gif|swf|aspx?|jsp|php)\b|<\/?[a-z]{1,10}\b)/i;

/** A line of script, style or template that lost its tags: code signs, and hardly a Chinese sentence. */
export function isScriptResidue(text: string): boolean {
  const head = text.length > 4000 ? text.slice(0, 4000) : text;
  if (!/[{}=<>$#]|\)\s?;/.test(head)) return false;
  let ideographs = 0;
  let signs = 0;
  for (let place = 0; place < head.length; place += 1) {
    const unit = head.charCodeAt(place);
    if (unit >= 0x4e00 && unit <= 0x9fff) ideographs += 1;
    else if (unit === 0x7b || unit === 0x7d || unit === 0x3b || unit === 0x3d || unit === 0x3c || unit === 0x3e || unit === 0x24)
      signs += 1;
  }
  if (/^[{}();,\]\s]+$/.test(head)) return true;
  const share = ideographs / head.length;
  return (CODE.test(head) && share < 0.35) || (signs >= 3 && share < 0.15 && signs / head.length > 0.02);
}
