/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Clerk } from '../clerks/clerks.ts';
import { isEmpty, type UnsentOf } from '../office/unsent.ts';
import { UndoForm } from './done-banner.tsx';
import { MarkField, PlaceField, WriterField } from './hidden-fields.tsx';
import { FileNames } from './kept-files-field.tsx';
import type { ListPlace } from './list-address.ts';
import type { ReadRequest } from './require-clerk.tsx';
import { TypedText } from './said.tsx';
import { ACTION_WORDS, momentWords, timeWords, wordsOf } from './words.ts';

interface UnsentProps {
  path: string;
  place: ListPlace;
  clerk: Clerk;
}

/** Takes the place of the forms while an act that a clerk has sent can still be taken back. */
export function OnItsWay({ path, place, clerk, unsent }: UnsentProps & { unsent: UnsentOf }) {
  const { userName, clerkName, action, words, files, sendsAt, key } = unsent;
  const isMine = userName === clerk.userName;
  const text = wordsOf(words);
  return (
    <div class="block">
      <h3>{ACTION_WORDS[action].title}</h3>
      <p class="hint">{`${isMine ? 'Por si' : `Por ${clerkName}`}, a enviar às ${timeWords(sendsAt ?? 0)}.`}</p>
      {text !== '' && <TypedText text={text} />}
      <FileNames files={files} />
      {isMine && <UndoForm path={path} place={place} undoKey={key ?? ''} />}
    </div>
  );
}

interface ColleaguesProps extends UnsentProps {
  unsent: readonly UnsentOf[];
  /** Whether this clerk can go on with a colleague's text: not while an act is on its way, nor where they have a draft of their own for the same act. */
  canTakeOn(unsent: UnsentOf): boolean;
  found: Pick<ReadRequest, 'moves' | 'formMark'>;
}

/** Shows the drafts of colleagues, for a clerk who goes on in their place. A closing that was stopped or taken back has left nothing to go on with. */
export function ColleaguesDrafts({ path, place, clerk, unsent, canTakeOn, found }: ColleaguesProps) {
  return unsent
    .filter((each) => each.userName !== clerk.userName && !isEmpty(each))
    .map((each) => (
      <div key={`${each.userName}-${each.action}`} class="block">
        <h3>{`${ACTION_WORDS[each.action].title}: texto de ${each.clerkName}`}</h3>
        <p class="hint">{`Começado e não enviado, em ${momentWords(each.keptAt)}.`}</p>
        {wordsOf(each.words) !== '' && <TypedText text={wordsOf(each.words)} />}
        <FileNames files={each.files} />
        {canTakeOn(each) && (
          <form method="post" action={`${path}/rascunho`}>
            <input type="hidden" name="accao" value={each.action} />
            <input type="hidden" name="formulario" value={randomUUID()} />
            <WriterField userName={clerk.userName} />
            <MarkField mark={found.formMark} />
            <input type="hidden" name="visto" value={String(found.moves)} />
            <PlaceField place={place} />
            <input type="hidden" name="servico" value={each.words.otherOffice} />
            <input type="hidden" name="destino" value={each.words.service} />
            <input type="hidden" name="nota" value={each.words.note} />
            <input type="hidden" name="mensagem" value={each.words.body} />
            {each.files.map(({ id }) => (
              <input key={id} type="hidden" name="guardados" value={id} />
            ))}
            <button type="submit" class="secondary">
              Continuar este texto
            </button>
          </form>
        )}
      </div>
    ));
}
