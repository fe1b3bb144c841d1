import type { Words } from '../plain/words.ts';
import { Button, Buttons, LinkButton } from './button.tsx';
import { CheckField, RadioField, SelectField } from './choice-field.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './errors.tsx';
import { FileField } from './file-field.tsx';
import { Form } from './form.tsx';
import type { KitSample } from './kit-sample.ts';
import { ReadersNote } from './readers.tsx';
import { DateField, TextArea, TextField } from './text-field.tsx';

export function KitForm({ words, sample }: { readonly words: Words; readonly sample: KitSample }) {
  const { form, seven } = sample;
  return (
    <>
      <ErrorSummary words={words} errors={[{ field: 'name', text: form.nameError }]} />
      <Form action="/_kit" label={sample.parts.writing} files>
        <TextField words={words} name="name" label={form.name} hint={form.nameHint} error={form.nameError} />
        <SelectField
          words={words}
          name="kind"
          label={form.kind}
          choices={[
            { value: 'association', label: form.kinds },
            { value: 'initiative', label: form.kind2 },
          ]}
          value="association"
        />
        <CheckField
          words={words}
          name="fields"
          label={form.fields}
          optional
          choices={[
            { value: 'housing', label: seven[0], icon: 'housing' },
            { value: 'education', label: seven[1], icon: 'education', hint: form.nameHint },
            { value: 'health', label: seven[3], icon: 'health' },
          ]}
          values={['education']}
        />
        <RadioField
          words={words}
          name="papers"
          label={form.papers}
          choices={[
            { value: 'yes', label: form.yes },
            { value: 'no', label: form.no },
            { value: 'unknown', label: form.unknown },
          ]}
          value="no"
        />
        <DateField words={words} name="from" label={form.day} value="2026-03-31" optional />
        <TextArea words={words} name="about" label={form.text} value={sample.lead} optional />
        <FileField words={words} name="file" label={form.file} accept=".csv,.xlsx,.json,.geojson" limit={50_000_000} />
        <ReadersNote words={words} scope="public" />
        <ReadersNote words={words} scope="partner" />
        <Buttons>
          <Button icon="check">{form.save}</Button>
          <LinkButton href="#" tone="quiet">
            {form.cancel}
          </LinkButton>
          <Dialog
            words={words}
            id="take-back"
            title={form.really}
            opener={form.takeBack}
            href="#"
            tone="end"
            icon="undo"
          >
            <p>{form.reallyText}</p>
            <Buttons>
              <Button tone="end" icon="undo" name="then" value="take-back">
                {form.takeBack}
              </Button>
            </Buttons>
          </Dialog>
        </Buttons>
      </Form>
    </>
  );
}
