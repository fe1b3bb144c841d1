import { calleeName, list, ownerOf, place, report, sources, stringsOf, walk } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

const NAMING_CALLS =
  /^(selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|from|using|(inner|left|right|full|cross)Join(Lateral)?|table|references|createTable|alterTable|dropTable|on|truncate)$/;

const NAMING_SQL =
  /\b(?:from|join|into|update|table|references|truncate|on|using)\s+(?:only\s+|if\s+(?:not\s+)?exists\s+)?(?:"?public"?\.)?"?([a-z_][a-z0-9_]*)"?/gi;

/**
 * Handles that areas share: a foreign key in a migration may point to a subject or to a cooperation, so that
 * the database itself refuses an orphan. Reading and writing them stays with claims and cooperations.
 */
const SHARED_KEYS = new Set(['subject', 'cooperation']);

/** Check 5: a table is named only by the area that declares it. */
export function checkTables(root: string): Finding[] {
  const files = sources(root);
  const owners = new Map(declared(files));
  const findings: Finding[] = [];
  for (const [table, owner, where] of created(files)) {
    const other = owners.get(table);
    if (other === undefined) findings.push({ where, why: `table "${table}" is created, but in no tables.ts` });
    else if (other !== owner) findings.push({ where, why: `table "${table}" belongs to ${other}` });
  }
  for (const file of files) {
    for (const [table, start] of named(file)) {
      const owner = owners.get(table);
      if (owner === undefined || owner === ownerOf(file.path)) continue;
      findings.push({ where: place(file, start), why: `table "${table}" belongs to ${owner}: go through its door` });
    }
  }
  if (list(root, ['src/**/migrations/*.ts']).length > 0 && owners.size === 0) {
    findings.push({ where: 'src', why: 'there are migrations, but no interface Tables was found: this scan is blind' });
  }
  return findings;
}

/** What the areas add to the one `Tables` interface by declaration merging. */
function declared(files: readonly SourceFile[]): [table: string, owner: string][] {
  const found: [string, string][] = [];
  for (const file of files) {
    walk(file, {
      TSInterfaceDeclaration(node) {
        if (node.id.name !== 'Tables') return;
        for (const member of node.body.body) {
          if (member.type !== 'TSPropertySignature') continue;
          if (member.key.type === 'Identifier') found.push([member.key.name, ownerOf(file.path)]);
          else found.push(...stringsOf(member.key).map(({ text }): [string, string] => [text, ownerOf(file.path)]));
        }
      },
    });
  }
  return found;
}

function created(files: readonly SourceFile[]): [table: string, owner: string, where: string][] {
  const found: [string, string, string][] = [];
  for (const file of files.filter(({ path }) => path.includes('/migrations/'))) {
    const note = (table: string, start: number): void => {
      found.push([table, ownerOf(file.path), place(file, start)]);
    };
    walk(file, {
      CallExpression(node) {
        const [first] = node.arguments;
        if (calleeName(node) !== 'createTable' || first === undefined) return;
        for (const { text, start } of stringsOf(first)) note(text, start);
      },
      TemplateElement(node) {
        for (const [, table] of node.value.raw.matchAll(
          /create\s+table\s+(?:if\s+not\s+exists\s+)?"?([a-z_0-9]+)"?/gi,
        )) {
          if (table !== undefined) note(table, node.start);
        }
      },
    });
  }
  return found;
}

/** Every name that a file uses where a table stands: in calls of the query builder and in SQL texts. */
function named(file: SourceFile): [table: string, start: number][] {
  const found: [string, number][] = [];
  const isMigration = file.path.includes('/migrations/');
  const readSql = (text: string, start: number): void => {
    for (const match of text.matchAll(NAMING_SQL)) {
      const table = match[1]?.toLowerCase();
      if (table === undefined) continue;
      if (isMigration && /^references\b/i.test(match[0]) && SHARED_KEYS.has(table)) continue;
      found.push([table, start + match.index]);
    }
  };
  walk(file, {
    CallExpression(node) {
      const name = calleeName(node);
      const [first] = node.arguments;
      if (name === null || first === undefined || !NAMING_CALLS.test(name)) return;
      for (const { text, start } of stringsOf(first)) {
        const [table] = text.trim().split(/[\s.]/);
        if (table !== undefined) found.push([table, start]);
      }
    },
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || node.tag.name !== 'sql') return;
      for (const part of node.quasi.quasis) readSql(part.value.raw, part.start);
    },
    // A whole statement in a plain string, as for `query(text)`.
    Literal(node) {
      if (
        typeof node.value === 'string' &&
        /^\s*(select|insert|update|delete|copy|create|alter|drop|truncate|with)\s/i.test(node.value)
      ) {
        readSql(node.value, node.start);
      }
    },
    TemplateLiteral(node) {
      const [first] = node.quasis;
      if (first === undefined) return;
      if (!/^\s*(select|insert|update|delete|copy|create|alter|drop|truncate|with)\s/i.test(first.value.raw)) return;
      for (const part of node.quasis) readSql(part.value.raw, part.start);
    },
  });
  return found;
}

if (import.meta.main) report(checkTables);
