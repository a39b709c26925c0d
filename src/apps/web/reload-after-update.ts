const MARK = "yuanshu.reloaded";
const MINUTE_MS = 60_000;

/** A page that was open while the product was updated asks for pieces that are gone: it is loaded anew, but never in a circle. */
export function reloadAfterUpdate(): void {
  window.addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(MARK) ?? "0");
    if (Date.now() - last < MINUTE_MS) return;
    sessionStorage.setItem(MARK, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
