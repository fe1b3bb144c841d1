/** A form of a page as a browser would send it. */
export interface PageForm {
  readonly action: string;
  readonly method: 'get' | 'post';
  /** Name → what would be sent if nobody typed anything; names that send nothing yet are there too. */
  readonly fields: ReadonlyMap<string, string>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** The forms of a page; whoever sends to the page itself gives `path`. */
export function formsIn(html: string, path: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? path,
    method: attribute(head, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    fields: fieldsIn(body),
  }));
}

function fieldsIn(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, tag = '', head = '', inner = ''] of body.matchAll(
    /<(input|select|textarea|button)\b([^>]*)>(?:(?<=<(?:select|textarea)\b[^>]*>)(.*?)<\/(?:select|textarea)>)?/gs,
  )) {
    const name = attribute(head, 'name');
    if (name === null) continue;
    const type = attribute(head, 'type');
    // Of several buttons the first is taken.
    const isChosen =
      tag === 'button' ? !fields.has(name) : /\schecked\b/.test(head) || (type !== 'checkbox' && type !== 'radio');
    const value =
      tag === 'textarea' ? unescapeHtml(inner) : tag === 'select' ? chosenIn(inner) : attribute(head, 'value');
    if (isChosen || !fields.has(name)) fields.set(name, isChosen ? (value ?? '') : '');
  }
  return fields;
}

function chosenIn(options: string): string {
  const heads = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => head);
  return attribute(heads.find((head) => /\sselected\b/.test(head)) ?? heads[0] ?? '', 'value') ?? '';
}

function attribute(head: string, name: string): string | null {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(head) ?? [];
  return value === undefined ? null : unescapeHtml(value);
}

/** Everything that a page points to or loads: `href`, `src`, `action`, `poster`, `srcset`, `url(…)`. */
export function targetsIn(html: string): readonly string[] {
  const attributes = [...html.matchAll(/\s(?:href|src|action|formaction|poster|srcset|data|ping|manifest)="([^"]*)"/g)];
  const styles = [...html.matchAll(/url\(["']?([^"')]+)/g)];
  return [...attributes, ...styles].map(([, target = '']) => unescapeHtml(target));
}

/** The paths of this site that a page links. */
export function linksIn(html: string, origin: string, from: string): readonly string[] {
  return [...html.matchAll(/<(?:a|link)\b[^>]*\shref="([^"#]*)/g)].flatMap(([, href = '']) => {
    const target = unescapeHtml(href);
    if (target === '' || !URL.canParse(target, `${origin}${from}`)) return [];
    const url = new URL(target, `${origin}${from}`);
    return url.origin === origin ? [`${url.pathname}${url.search}`] : [];
  });
}
