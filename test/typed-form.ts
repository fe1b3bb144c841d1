const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a browser would send of a form if nobody touched it: its names and values, in their order. */
export function formIn(page: string, action: string): URLSearchParams {
  const inside = page.split('<form ').find((part) => part.includes(`action="${action}"`));
  if (inside === undefined) throw new Error(`no form for ${action}`);
  const form = inside.slice(0, inside.indexOf('</form>'));
  const sent = new URLSearchParams();
  const control = /<input ([^>]*)\/?>|<textarea ([^>]*)>([\s\S]*?)<\/textarea>|<select ([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [, input, area, words = '', select, options = ''] of form.matchAll(control)) {
    const of = input ?? area ?? select ?? '';
    const name = attribute(of, 'name');
    if (name === null) continue;
    if (area !== undefined) sent.append(name, plain(words).replace(/\r?\n/g, '\r\n'));
    else if (select !== undefined) sent.append(name, chosen(options));
    else if (!/type="(checkbox|radio)"/.test(of) || / checked/.test(of))
      sent.append(name, attribute(of, 'value') ?? '');
  }
  return sent;
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option ([^>]*)>/g)].map(([, of = '']) => of);
  const taken = all.find((of) => / selected/.test(of)) ?? all[0] ?? '';
  return attribute(taken, 'value') ?? '';
}

function attribute(of: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(of);
  return found === null ? null : plain(found[1] ?? '');
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
