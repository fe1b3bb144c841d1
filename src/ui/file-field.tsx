import { Icon } from './icons/icon.tsx';
import { FieldFrame, fieldId, wiring, type FieldProps } from './field.tsx';

/**
 * A file. With the island `file-limit` on the page, a file that is too large is
 * told before it is sent; without it, by the server.
 */
export function FileField(
  props: FieldProps & {
    /** Endings and types the browser offers first: `.csv,.xlsx`. */
    readonly accept?: string | undefined;
    /** The largest file in bytes. */
    readonly limit?: number | undefined;
  },
) {
  const { words, limit, name } = props;
  const size = limit === undefined ? '' : words.number(Math.floor(limit / 1_000_000));
  const hint = [props.hint, limit === undefined ? undefined : words.say('ui.field.fileLimit', { size })]
    .filter((part) => part !== undefined)
    .join(' ');
  const field = { ...props, hint: hint === '' ? undefined : hint };
  return (
    <FieldFrame field={field}>
      <file-limit data-limit={limit === undefined ? undefined : String(limit)}>
        <input {...wiring(field)} type="file" accept={props.accept} />
        <p class="error with-icon" id={`${fieldId(name)}-too-large`} role="alert" hidden>
          <Icon name="warning" />
          <span>{words.say('ui.field.fileTooLarge', { size })}</span>
        </p>
      </file-limit>
    </FieldFrame>
  );
}
