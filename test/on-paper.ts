/** All that can be marked with a mouse in a picture of typeset pages, without blanks and invisible signs. */
export function textsOnPaper(svg: string): string {
  return [...svg.matchAll(/class="tsel"[^>]*>([^<]*)</g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00AD\u200B\u2066-\u2069]/g, '');
}
