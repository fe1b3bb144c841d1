/** What a page of a link says that whoever looks at it has seen; empty on every other page. */
export function seenIn(html: string): string {
  return /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
