import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../state/kept-preferences.ts';
import { Details } from '../../ui/details.tsx';
import { useBrowserFact } from '../../ui/use-browser-fact.ts';
import styles from './help.module.css';

/** The scenes in the order of the film. The script that makes the film writes its captions from the same sentences. */
export const SCENES = [
  'signIn',
  'list',
  'describe',
  'topic',
  'attach',
  'scan',
  'review',
  'received',
  'answer',
] as const;

const FILM_TYPE = 'video/webm';

/**
 * Removes the captions before the film is removed: Chromium keeps a track that leaves the page together with its film in memory, and with it the whole page.
 */
function takeTracksOut(film: HTMLVideoElement): () => void {
  return () => {
    for (const track of film.querySelectorAll('track')) track.remove();
  };
}

/** A silent film of a good minute that shows the real app. It is fetched only when it is played; the text below says what it shows. */
export function Film() {
  const { t, i18n } = useTranslation('help');
  // Safari on iPhones plays this kind from 17.4. A page is written at build time as if every browser did.
  const canPlay = useBrowserFact(() => document.createElement('video').canPlayType(FILM_TYPE) !== '', true);
  const [isPlayed, setIsPlayed] = useState(false);
  return (
    <>
      <h4>{t('film.heading')}</h4>
      <p>{t(canPlay ? 'film.intro' : 'film.cannotPlay')}</p>
      {canPlay && (
        <video
          ref={takeTracksOut}
          controls
          muted
          playsInline
          preload="none"
          poster={`${import.meta.env.BASE_PATH}/story/describe-light.webp`}
          width={360}
          height={640}
          aria-label={t('film.label')}
          className={styles.screen}
          // `onPlay` may be missed: the film may have been started before the app was loaded.
          onTimeUpdate={() => setIsPlayed(true)}
        >
          <source src={`${import.meta.env.BASE_PATH}/film/como-funciona.webm`} type={FILM_TYPE} />
          {isPlayed &&
            LANGUAGES.map(({ code, name }) => (
              <track
                key={code}
                kind="captions"
                src={`${import.meta.env.BASE_PATH}/film/${code}.vtt`}
                srcLang={code}
                label={name}
                default={code === i18n.language}
              />
            ))}
        </video>
      )}
      <Details summary={t('film.transcript')} isOpenAtFirst={!canPlay}>
        <ol>
          {SCENES.map((scene) => (
            <li key={scene}>{t(`film.scenes.${scene}`)}</li>
          ))}
        </ol>
      </Details>
    </>
  );
}
