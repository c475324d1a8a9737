import './ui/styles/fonts.css';
import './ui/styles/base.css';
import type { Server } from '../contract/server.ts';
import { startApp } from './app/boot/start-app.tsx';

async function chooseServer(): Promise<Server> {
  // The condition is written out here too: the bundler drops a branch only where it sees the literal itself.
  if (import.meta.env.MODE === 'demo' || import.meta.env.DEV) {
    const { createBrowserServer } = await import('../mocks/browser.ts');
    return createBrowserServer();
  }
  return (request) => fetch(request);
}

const root = document.getElementById('app');
if (!root) throw new Error('No #app');
void startApp(root, chooseServer);
