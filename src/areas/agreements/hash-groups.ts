/** `3f2a 9c…`: four signs, so that two people can read them to each other, from the page and from paper. */
export function inGroups(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** The same on paper, where it stands among words that may be written from right to left. */
export function groupsOnPaper(hash: string): string {
  return `\u2066${inGroups(hash)}\u2069`;
}
