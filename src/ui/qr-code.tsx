import { create } from 'qrcode';

/** Modules of white around the code, without which phones do not find it. */
const QUIET = 4;

/** A text as a code that telephones read: an SVG from the server, black on white also where the page is dark. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const at = Array.from({ length: modules.size }, (_, index) => index);
  const path = at.flatMap((row) =>
    at.filter((column) => modules.get(row, column) === 1).map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`),
  );
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} width="192" height="192" role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
