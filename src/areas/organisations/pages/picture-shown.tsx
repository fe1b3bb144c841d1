import { dirOf, tagOf } from '../../../plain/languages.ts';
import type { Words } from '../../../plain/words.ts';
import { Chip } from '../../../ui/index.ts';
import type { Picture } from '../picture.ts';

// words: claims.scope.*
/** The picture of an organisation with what is to be seen on it. */
export function ShownPicture({
  words,
  path,
  picture: { name, scope, alternative, language, width, height },
  showsScope,
}: {
  readonly words: Words;
  /** Address of the organisation. */
  readonly path: string;
  readonly picture: Picture;
  readonly showsScope: boolean;
}) {
  return (
    <div class="picture">
      <img
        src={`${path}/bild/${name}`}
        alt={alternative}
        lang={tagOf(language)}
        dir={dirOf(language)}
        width={width}
        height={height}
        decoding="async"
      />
      {showsScope && scope !== 'public' ? <Chip icon="lock">{words.say(`claims.scope.${scope}`)}</Chip> : null}
    </div>
  );
}
