import { create } from 'qrcode';

/** Modules of white around the code, without which phones do not find it. */
const QUIET = 4;

/**
 * A text as a code that telephones read: an SVG from the server, black on white also where the page is dark.
 * With an `id` it can be shown again, smaller, by `SameQrCode`.
 */
export function QrCode({
  text,
  label,
  id,
}: {
  readonly text: string;
  readonly label: string;
  readonly id?: string | undefined;
}) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const at = Array.from({ length: modules.size }, (_, index) => index);
  const path = at.flatMap((row) =>
    at.filter((column) => modules.get(row, column) === 1).map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`),
  );
  const viewBox = `0 0 ${side} ${side}`;
  const code = (
    <>
      <rect width={side} height={side} fill="#fff" />
      <path d={path.join('')} fill="#000" shape-rendering="crispEdges" />
    </>
  );
  return (
    <svg class="qr" viewBox={viewBox} width="192" height="192" role="img" aria-label={label}>
      {id === undefined ? (
        code
      ) : (
        <>
          <symbol id={id} viewBox={viewBox}>
            {code}
          </symbol>
          <use href={`#${id}`} />
        </>
      )}
    </svg>
  );
}

/** Once more what stands on the page already, for whoever cuts it out; read aloud it is there once. */
export function SameQrCode({ id }: { readonly id: string }) {
  return (
    <svg class="qr" width="96" height="96" aria-hidden="true">
      <use href={`#${id}`} />
    </svg>
  );
}
