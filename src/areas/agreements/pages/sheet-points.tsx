import type { Words } from '../../../plain/words.ts';
import type { FormFields } from '../../../platform/http/index.ts';
import { Button, Buttons, Card, Chip, Form, Icon, Part, ReadersNote, TextArea, Unbroken } from '../../../ui/index.ts';
import { inTheNameOf } from '../../cooperations/index.ts';
import { draftPath, fromSheetPath } from '../draft-paths.ts';
import type { FieldProblem } from '../forms-sheet.ts';
import { sheetPath } from '../paths.ts';
import { sectionOf } from '../sections.ts';
import { SHEET_PARTS, type SheetPart } from '../sheet.ts';
import { entryAt, POINT_STATES, spellPlace, type PointState, type TalkingPoint } from '../talking-point.ts';
import { EntryWords } from './sheet-closed.tsx';
import type { Side } from './sheet-sides.ts';
import type { SheetsSeen } from './sheet.tsx';

/** The opened sheets, question by question beside each other; what differs is ticked and becomes a talking point. */
export function PointForm({
  words,
  sheets,
  view,
  typed,
  problems,
}: {
  readonly words: Words;
  readonly sheets: SheetsSeen;
  readonly view: number;
  readonly typed: FormFields;
  readonly problems: readonly FieldProblem[];
}) {
  const problem = problems.find(({ field }) => field === 'point');
  const ticked = new Set([typed['refers'] ?? []].flat());
  return (
    <Form
      action={`${sheetPath(sheets.cooperation)}/punkte?ansicht=${view + 1}`}
      label={words.say('agreements.sheet.points')}
      hidden={inTheNameOf(sheets.own)}
    >
      <SidesBeside words={words} sheets={sheets} ticked={ticked} />
      <TextArea
        words={words}
        name="point"
        label={words.say('agreements.sheet.point.new')}
        hint={words.say('agreements.sheet.point.hint')}
        rows={2}
        value={String(typed['point'] ?? '')}
        error={problem === undefined ? null : words.tell(problem.told)}
      />
      <ReadersNote words={words} scope="partner" />
      <Button tone="quiet" icon="plus">
        {words.say('agreements.sheet.point.add')}
      </Button>
    </Form>
  );
}

/** Question by question what each side has written; without `ticked` only to read. */
export function SidesBeside({
  words,
  sheets: { sides, agreement },
  ticked,
}: {
  readonly words: Words;
  readonly sheets: SheetsSeen;
  readonly ticked: ReadonlySet<string> | null;
}) {
  return (
    <>
      {SHEET_PARTS.map((part) => (
        <Part title={words.say(`agreements.sheet.part.${part}`)}>
          <div class="pair sides">
            {sides.map((side) => (
              <SideCard words={words} side={side} part={part} ticked={ticked} agreement={agreement} />
            ))}
          </div>
        </Part>
      ))}
    </>
  );
}

function SideCard({
  words,
  side: { id, name, opened },
  part,
  ticked,
  agreement,
}: {
  readonly words: Words;
  readonly side: Side;
  readonly part: SheetPart;
  readonly ticked: ReadonlySet<string> | null;
  readonly agreement: string | null;
}) {
  return (
    <section class="card">
      <h3>
        <bdi>
          <Unbroken text={name} />
        </bdi>
      </h3>
      {opened === null ? (
        <p class="with-icon">
          <Icon name="lock" />
          <span>{words.say('agreements.sheet.closed.other')}</span>
        </p>
      ) : opened.words[part].length === 0 ? (
        <p class="soft">{words.say('agreements.sheet.nothing')}</p>
      ) : (
        <ul class="entries">
          {opened.words[part].map((entry, at) => {
            const place = spellPlace({ organisation: id, part, at });
            return (
              <li>
                <EntryWords words={words} entry={entry} />
                {ticked === null ? null : (
                  <div class="tick">
                    <input
                      type="checkbox"
                      id={`refers-${place}`}
                      name="refers"
                      value={place}
                      checked={ticked.has(place)}
                    />
                    <label for={`refers-${place}`}>{words.say('agreements.sheet.point.tick')}</label>
                  </div>
                )}
                {agreement === null || ticked === null || part !== 'expectations' ? null : (
                  <a class="with-icon" href={fromSheetPath(agreement, id, at)}>
                    {words.say('agreements.sheet.asGoal')}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** What there is to talk about, and where it stands. Whoever speaks for a partner may set it, also again. */
export function Points({ words, sheets, view }: { words: Words; sheets: SheetsSeen; view: number }) {
  return (
    <Part title={words.say('agreements.sheet.points')} id="points">
      {sheets.points.length === 0 ? <p class="soft">{words.say('agreements.sheet.points.none')}</p> : null}
      {sheets.points.map((point) => (
        <div class="point" id={`point-${point.id}`}>
          <Card>
            <PointCard words={words} sheets={sheets} point={point} />
            {sheets.endedOn === null ? <StateButtons words={words} sheets={sheets} point={point} view={view} /> : null}
          </Card>
        </div>
      ))}
    </Part>
  );
}

// words: agreements.sheet.point.state.*
const TONE: Readonly<Record<PointState, 'look' | 'ok' | 'plain'>> = { open: 'look', agreed: 'ok', differ: 'plain' };

function PointCard({ words, sheets, point }: { words: Words; sheets: SheetsSeen; point: TalkingPoint }) {
  const nameOf = (id: string): string => sheets.sides.find((side) => side.id === id)?.name ?? '';
  const quoted = point.refers.flatMap((place) => {
    const entry = entryAt(sheets.opened, place);
    return entry === null ? [] : [{ place, entry }];
  });
  return (
    <>
      <p dir="auto">
        <b>{point.words}</b>
      </p>
      {quoted.length === 0 ? null : (
        <ul class="entries">
          {quoted.map(({ place, entry }) => (
            <li>
              <p class="soft">
                <bdi>{nameOf(place.organisation)}</bdi>
              </p>
              <EntryWords words={words} entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <p class="soft">
        <Chip tone={TONE[point.state]}>{words.say(`agreements.sheet.point.state.${point.state}`)}</Chip>{' '}
        {words.say('agreements.sheet.point.by', { partner: nameOf(point.partner), day: words.day(point.day) })}
      </p>
    </>
  );
}

// words: agreements.sheet.point.set.*
function StateButtons({
  words,
  sheets: { cooperation, agreement, own },
  point,
  view,
}: {
  readonly words: Words;
  readonly sheets: SheetsSeen;
  readonly point: TalkingPoint;
  readonly view: number;
}) {
  return (
    <Form
      action={`${sheetPath(cooperation)}/punkte/${point.id}?ansicht=${view + 1}`}
      label={point.words}
      hidden={inTheNameOf(own)}
    >
      <Buttons>
        {POINT_STATES.filter((state) => state !== point.state).map((state) => (
          <Button tone="quiet" name="state" value={state}>
            {words.say(`agreements.sheet.point.set.${state}`)}
          </Button>
        ))}
      </Buttons>
      {point.state !== 'differ' || agreement === null ? null : (
        <p>
          <a class="with-icon" href={`${draftPath(agreement, sectionOf('dissent'))}?aus=${point.id}`}>
            {words.say('agreements.sheet.point.asDissent')}
          </a>
        </p>
      )}
    </Form>
  );
}
