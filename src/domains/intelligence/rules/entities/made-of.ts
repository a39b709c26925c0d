/** Whether the text is nothing but words of the set, one after another: reached places are marked from the left, so the time is linear. */
export function isMadeOf(text: string, words: ReadonlySet<string>, longest = 6): boolean {
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let place = 0; place < text.length; place += 1) {
    if (reached[place] !== 1) continue;
    for (let length = 1; length <= longest && place + length <= text.length; length += 1) {
      if (words.has(text.slice(place, place + length))) reached[place + length] = 1;
    }
  }
  return reached[text.length] === 1;
}
