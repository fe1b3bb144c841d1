import { expect } from 'vitest';
import { ORIGIN, type House, type Who } from './house.ts';
import { idOf, STATES, type Marks } from './marks.ts';
import { isSelf } from './may-come-out.ts';
import { linksIn, unescapeHtml } from './pages.ts';
import { fill, holesIn, kindOfHole, routesOf } from './routes.ts';

export type Surfaces = ReturnType<typeof openSurfaces>;

/** A kind of thing, as `routes.ts` names them → what there is of it. */
export type Things = Readonly<Record<string, readonly string[]>>;

const ERRORS = ['/nirgends', '/organisationen/x', '/beginn', '/assets/nirgends.css', '/organisationen/%00'];
const ROOMS = [
  '',
  '.json',
  '?stand=2026-11-21',
  '/bearbeiten',
  '/bild',
  '/schutz',
  '/rollen',
  '/auskunft',
  '/auskunft?form=json',
  '/protokoll',
  '/wie-fremde',
];
const FOLDERS = { organisation: 'organisationen', offer: 'angebote', network: 'netzwerke' } as const;

/** Everything that came out of a house, by where it came out. */
export function openSurfaces(house: House, things: () => Things) {
  /** Surface → what came out there, in small letters: every piece between tags and quotes, once. */
  const out = new Map<string, Set<string>>();
  return { out, keep, crawl, keepTables, leaks };

  function keep(surface: string, ...texts: readonly string[]): void {
    const pieces = out.get(surface) ?? new Set();
    for (const text of texts)
      for (const piece of unescapeHtml(text)
        .toLowerCase()
        .split(/[<>"\n]/))
        if (piece.length > 4) pieces.add(piece);
    out.set(surface, pieces);
  }

  /** Every address of this site, of everything that is there, and whatever is linked from there. */
  function addresses(): readonly string[] {
    const known = things();
    const ofKind = (pattern: string, hole: string) => known[kindOfHole(pattern, hole) ?? ''] ?? [];
    const declared = routesOf(house).flatMap(({ method, pattern }) => {
      if (method !== 'GET' || pattern.includes('*')) return [];
      const [first, ...rest] = holesIn(pattern);
      if (first === undefined) return [pattern];
      const parts = Object.fromEntries(rest.map((hole) => [hole, ofKind(pattern, hole)[0] ?? 'x']));
      return ofKind(pattern, first).map((id) => fill(pattern, { ...parts, [first]: id }));
    });
    const rooms = Object.entries(FOLDERS).flatMap(([kind, folder]) =>
      STATES.flatMap((state) => ROOMS.map((room) => `/${folder}/${idOf(kind as keyof typeof FOLDERS, state)}${room}`)),
    );
    return ['/', '/finden', '/finden.json', '/finden.atom', '/listen', '/netzwerke', ...ERRORS, ...rooms, ...declared];
  }

  async function crawl(surface: string, as: Who, languages: readonly string[], sought: readonly string[]) {
    for (const language of languages) {
      const waiting = new Set(addresses().filter((path) => !LEAVES.test(path)));
      const most = waiting.size + 300;
      for (const mark of sought) waiting.add(`/finden?q=${encodeURIComponent(mark.slice(0, 9))}`);
      for (const path of waiting) {
        const { text } = await house.get(path, as, language);
        keep(surface, withoutAsked(path, text));
        for (const next of linksIn(text, ORIGIN, path))
          if (!next.includes('lang=') && !next.startsWith('/finden?') && waiting.size < most) waiting.add(next);
      }
    }
  }

  async function keepTables(surface: string, where: string): Promise<void> {
    const { rows } = await house.sql(
      `select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and ${where}`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { schema, name } of rows) {
      const found = await house.sql(`select t::text as row from "${String(schema)}"."${String(name)}" t`);
      keep(surface, ...found.rows.map(({ row }) => String(row)));
    }
  }

  /** Which marks came out where: `surface: place`. */
  function leaks(marks: Marks): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [surface, pieces] of out) {
      const text = [...pieces].join('|');
      const close = text.replaceAll(/[\s\u00A0\u2011/()-]/g, '');
      for (const [mark, place] of marks)
        if (!isSelf(surface, mark) && (text.includes(mark) || (/^\d+$/.test(mark) && close.includes(mark))))
          found.add(`${surface}: ${place}${process.env['SHOW'] === undefined ? '' : ` ${mark}`}`);
    }
    return found;
  }
}

/** What somebody typed into the address comes back in the page: they had it already. */
function withoutAsked(path: string, text: string): string {
  const asked = path.includes('?q=')
    ? [decodeURIComponent(path.split('=')[1] ?? '')]
    : (path.match(/[\w-]{36,}/g) ?? []);
  return asked.reduce((rest, part) => rest.replaceAll(new RegExp(part, 'gi'), ''), text);
}

/** Pages that end the session of whoever looks. */
const LEAVES = /^\/abmelden/;
