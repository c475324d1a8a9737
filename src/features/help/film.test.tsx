import { cleanup, fireEvent } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { Film } from './film.tsx';

async function showFilm() {
  const { screen } = await renderFeature(<Film />);
  return screen.getByLabelText<HTMLVideoElement>('Vídeo: como se faz um pedido no e-Clic');
}

const captionsOf = (film: HTMLVideoElement) => [...film.querySelectorAll('track')];

it('asks for the captions of the film once it is played, and shows those of the language chosen', async () => {
  const film = await showFilm();
  expect(captionsOf(film)).toEqual([]);
  fireEvent.timeUpdate(film);
  expect(captionsOf(film).map(({ srclang }) => srclang)).toEqual(['pt-PT', 'en', 'es', 'fr', 'uk']);
  expect(captionsOf(film).filter((track) => track.default)).toHaveLength(1);
  expect(captionsOf(film).find((track) => track.default)?.srclang).toBe('pt-PT');
});

it('takes the captions out of the film before the page goes, since a browser would keep both', async () => {
  const film = await showFilm();
  fireEvent.timeUpdate(film);
  const kept: boolean[] = [];
  const captions = captionsOf(film);
  expect(captions).toHaveLength(5);
  for (const track of captions) {
    track.remove = () => {
      kept.push(film.isConnected);
      Element.prototype.remove.call(track);
    };
  }
  cleanup();
  expect(kept).toEqual([true, true, true, true, true]);
  expect(captionsOf(film)).toEqual([]);
});
