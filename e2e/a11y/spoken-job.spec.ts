import { expect, type Page, test } from '@playwright/test';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { CODE, DESCRIPTION, MARIA, PASSWORD } from '../steps.ts';
import { expectHeard, goTo, hear, openListening } from './screen-reader.ts';
import { SPOKEN_WORDS, type SpokenWords } from './spoken-words.ts';

const ONE_LINE = DESCRIPTION.replace(/\n+/g, ' ');
const JOB_MAX_MS = 180_000;

/** Signs in by ear: the test knows only what is heard, and presses only keys. */
async function signInByEar(page: Page, words: SpokenWords): Promise<void> {
  await page.addInitScript((language) => localStorage.setItem('eclic-language', language), words.language);
  await openListening(page, '/entrar');
  await goTo(page, words.niss);
  await page.keyboard.type(MARIA);
  await goTo(page, words.password);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expectHeard(page, words.codePage);
  await goTo(page, words.code);
  await page.keyboard.type(CODE);
  await page.keyboard.press('Enter');
  await expectHeard(page, words.list);
}

async function writeByEar(page: Page, words: SpokenWords): Promise<void> {
  await goTo(page, words.create);
  await page.keyboard.press('Enter');
  await expectHeard(page, words.description);

  await goTo(page, words.goOn);
  await page.keyboard.press('Enter');
  await expectHeard(page, words.problem);
  await goTo(page, words.firstError);
  await page.keyboard.press('Enter');
  await goTo(page, words.box);
  await page.keyboard.type(ONE_LINE);
  await expectHeard(page, words.saved);
  await goTo(page, words.proposed);
  await goTo(page, words.goOn);
  await page.keyboard.press('Enter');

  await expectHeard(page, words.topic);
  await goTo(page, words.search);
  // The words come all at once, like dictation: results of the first letters would be heard too, and would vanish while the focus goes to them.
  await page.keyboard.insertText(words.words);
  await expectHeard(page, words.found);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectHeard(page, words.chosen);
  await goTo(page, words.goOn);
  await page.keyboard.press('Enter');
  await expectHeard(page, words.attachments);
  await goTo(page, words.goOn);
  await page.keyboard.press('Enter');
  await expectHeard(page, words.summary);
  await goTo(page, words.submit);
}

for (const words of Object.values(SPOKEN_WORDS)) {
  const tag = words.language === 'pt-PT' ? GATE_TAGS : ALL_TAG;
  test.describe(`in ${words.language}`, { tag }, () => {
    test.setTimeout(JOB_MAX_MS);

    test('the whole job is done by keyboard and ear alone', async ({ page }, testInfo) => {
      const titles: string[] = [];
      await signInByEar(page, words);
      await page.exposeFunction('noteTitle', (title: string) => titles.push(title));
      await page.evaluate(noteTitles);
      await writeByEar(page, words);
      await page.keyboard.press('Enter');
      await expectHeard(page, words.received);

      const heard = await hear(page);
      await testInfo.attach('heard.txt', { body: heard.join('\n'), contentType: 'text/plain' });
      // The app must not chatter while somebody types: it says once that the draft is saved.
      expect(heard.filter((phrase) => phrase === words.saved)).toHaveLength(1);
      for (const title of words.titles) {
        expect(
          titles.some((noted) => noted.includes(title)),
          `${title} among the titles`,
        ).toBe(true);
      }
    });

    test('without a connection, it is heard that the request still waits', { tag: ALL_TAG }, async ({
      page,
      context,
    }) => {
      await signInByEar(page, words);
      await writeByEar(page, words);
      await context.setOffline(true);
      await expectHeard(page, words.offline);
      await page.keyboard.press('Enter');
      await expectHeard(page, words.notSent);
      expect((await hear(page)).filter((phrase) => phrase === words.offline)).toHaveLength(1);
    });
  });
}

declare global {
  interface Window {
    noteTitle(title: string): void;
  }
}

/** Runs in the page: the title is set before the heading takes the focus. */
function noteTitles(): void {
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLHeadingElement) window.noteTitle(document.title);
  });
}
