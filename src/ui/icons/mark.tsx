const OVER = 'M3 9h10M17 9h10M3 21h4M11 21h16';
const UNDER = 'M9 3v4M9 12v15M21 3v14M21 25v2';

/** The mark of the project: two threads one way, two the other, each once over and once under. */
export function Mark() {
  return (
    <svg class="mark-sign" viewBox="0 0 30 30" aria-hidden="true">
      <path class="warp" d={OVER} />
      <path class="cross" d={UNDER} />
    </svg>
  );
}

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" fill="none" stroke-width="4" stroke-linecap="round"><path d="${OVER}" stroke="#2b8a91"/><path d="${UNDER}" stroke="#c98a3c"/></svg>`;

/** The mark as the address of an image: a request less than a file. */
export const MARK_ADDRESS = `data:image/svg+xml,${encodeURIComponent(FAVICON)}`;

/** A quiet line of crossing threads between two parts of a page. */
export function Weave() {
  return <div class="weave" aria-hidden="true"></div>;
}
