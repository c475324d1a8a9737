import { cleanup, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { Film } from './film.tsx';

async function showFilm() {
  // jsdom plays nothing.
  vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue('maybe');
  await renderFeature(<Film />);
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

it('is told in words where the browser cannot play it', async () => {
  const canPlay = vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue('');
  await renderFeature(<Film />);
  expect(screen.queryByLabelText(/^Vídeo:/)).toBeNull();
  expect(canPlay).toHaveBeenCalledWith('video/webm');
  expect(screen.getByText(/^Este navegador não consegue mostrar o vídeo/)).toBeVisible();
  expect(screen.getByText(/^A Maria abre o e-Clic no telemóvel/)).toBeVisible();
});

it('stays folded in words where it can be played, with nothing said about the browser', async () => {
  await showFilm();
  expect(screen.getByText(/^A Maria abre o e-Clic no telemóvel/)).not.toBeVisible();
  expect(screen.queryByText(/^Este navegador/)).toBeNull();
});
