import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Json } from '../../plain/json.ts';
import { FAMILIES, readFonts } from './fonts.ts';
import { mapTexts, printable } from './printable.ts';

/**
 * A document in the language of Typst, written by us, and what it prints. The data come in as JSON under
 * `sys.inputs.data`: what people typed is a value there and never becomes source.
 */
export interface Sheet {
  readonly source: string;
  readonly data: Json;
}

/**
 * A tagged PDF (PDF/UA-1). The same sheet gives the same bytes: there is no clock in it and no font of the machine.
 *
 * @example await typeset({ source: '#set document(title: "A")\n#json(bytes(sys.inputs.data)).a', data: { a: '#b' } })
 */
export async function typeset(sheet: Sheet): Promise<Uint8Array> {
  return made(sheet, (compiler, document) => compiler.pdf(document, { pdfStandard: 'ua-1' }));
}

/** The same pages below each other as one SVG, to look at. */
export async function typesetAsPicture(sheet: Sheet): Promise<string> {
  return made(sheet, (compiler, document) => compiler.svg(document));
}

/** From source to bytes in one call: a compiled document that is handed out stays in memory until much later. */
async function made<Made>(
  { source, data }: Sheet,
  make: (compiler: NodeCompiler, document: CompileDocArgs) => Made,
): Promise<Made> {
  const compiler = await theCompiler();
  const inputs = { data: JSON.stringify(mapTexts(data, printable)) };
  try {
    return make(compiler, { mainFileContent: source, inputs });
  } catch (error) {
    throw new Error(`the sheet does not compile: ${reasonOf(error)}`);
  } finally {
    // What it remembers of a document is some 20 MB that the next one does not need.
    compiler.evictCache(0);
  }
}

let loading: Promise<NodeCompiler> | null = null;

/** Loaded at the first document: 50 MB that most processes never need. */
function theCompiler(): Promise<NodeCompiler> {
  loading ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler: Compiler }) =>
    // A folder that is not there: no sheet reads a file.
    Compiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs: FAMILIES.flatMap(readFonts) }] }),
  );
  return loading;
}

/** What is wrong, without what is quoted: that can be somebody's words, which belong into no log. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.replace(/`[^`]*`/g, '…').slice(0, 300);
}
