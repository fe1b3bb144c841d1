import { calleeName, place, stringsOf, walk } from './source.ts';
import type { Finding, SourceFile } from './source.ts';

const KEY = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]+)+$/;
const LETTER = /\p{L}/u;

/** Attributes that people see or hear. */
const SPOKEN = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
]);

export interface Used {
  /** Keys that are said for certain. */
  readonly said: readonly { key: string; where: string }[];
  /** Every string of the code that may be a key. */
  readonly mentioned: ReadonlySet<string>;
  /** Beginnings of keys whose end is computed: from templates and from comments `// words: offers.cost.*` */
  readonly prefixes: readonly { prefix: string; where: string }[];
  readonly findings: readonly Finding[];
}

/** The keys of words that code uses: in `say('…')`, `saying('…')` and `{ key: '…' }`. */
export function usedKeys(files: readonly SourceFile[]): Used {
  const said: { key: string; where: string }[] = [];
  const mentioned = new Set<string>();
  const prefixes: { prefix: string; where: string }[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const commented = file.comments.flatMap((comment) =>
      [...comment.value.matchAll(/\bwords:\s*([\w.-]+\.)\*/g)].map(([, prefix]) => ({ prefix, start: comment.start })),
    );
    for (const { prefix, start } of commented) {
      if (prefix !== undefined) prefixes.push({ prefix, where: place(file, start) });
    }
    walk(file, {
      CallExpression(node) {
        const name = calleeName(node);
        const [first] = node.arguments;
        if ((name !== 'say' && name !== 'saying') || first === undefined) return;
        for (const { text, start, isPrefix } of stringsOf(first)) {
          const where = place(file, start);
          if (!isPrefix) said.push({ key: text, where });
          else if (text.includes('.')) prefixes.push({ prefix: text.slice(0, text.lastIndexOf('.') + 1), where });
          else if (commented.length === 0) {
            findings.push({ where, why: 'a computed key: name its beginning in a comment "// words: beginning.*"' });
          }
        }
      },
      Property(node) {
        if (node.key.type !== 'Identifier' || node.key.name !== 'key') return;
        for (const { text, start, isPrefix } of stringsOf(node.value)) {
          if (!isPrefix && KEY.test(text)) said.push({ key: text, where: place(file, start) });
          if (isPrefix && /^[a-z]\w*\./.test(text)) {
            prefixes.push({ prefix: text.slice(0, text.lastIndexOf('.') + 1), where: place(file, start) });
          }
        }
      },
      Literal(node) {
        if (typeof node.value === 'string' && KEY.test(node.value)) mentioned.add(node.value);
      },
      TemplateLiteral(node) {
        const text = node.quasis[0]?.value.cooked ?? '';
        if (node.expressions.length === 0 && KEY.test(text)) mentioned.add(text);
      },
    });
  }
  return { said, mentioned, prefixes, findings };
}

/** Texts in TSX that stand in the code instead of in a catalogue. */
export function literalTexts(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const look = (text: string, start: number): void => {
    if (!LETTER.test(text)) return;
    findings.push({ where: place(file, start), why: `literal text "${text.trim().slice(0, 40)}": say it with words` });
  };
  walk(file, {
    JSXText(node) {
      look(node.value, node.start);
    },
    JSXElement(node) {
      for (const child of node.children) {
        if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression') continue;
        for (const { text, start } of stringsOf(child.expression)) look(text, start);
      }
    },
    JSXAttribute(node) {
      const name =
        node.name.type === 'JSXIdentifier' ? node.name.name : `${node.name.namespace.name}:${node.name.name.name}`;
      if (!SPOKEN.has(name) || node.value === null) return;
      const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
      if (value.type === 'JSXEmptyExpression') return;
      for (const { text, start } of stringsOf(value)) look(text, start);
    },
  });
  return findings;
}
