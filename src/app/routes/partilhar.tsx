import { createFileRoute } from '@tanstack/react-router';
import { attachFiles } from '../../features/attachments/attach-files.ts';
import { browserCodec, makeThumbnail } from '../../features/attachments/photo-codec.ts';
import type { Attach } from '../../features/share/join-share.ts';
import { SharePage } from '../../features/share/share-page.tsx';
import { readSharedHere, readWhyNothing } from '../../features/share/shared-here.ts';
import { fetchOwnWords } from '../shell/fetch-words.ts';

/** Stands outside the citizens' pages: a visitor whom the device does not know is told why nothing is here, and need not sign in for that. */
export const Route = createFileRoute('/partilhar')({
  staticData: { words: ['share', 'issues'], asksWhoIsHere: true },
  loader: async ({ context: { services }, location, route }) => {
    const { partilha, falta } = location.search as Record<string, unknown>;
    await services.session.whoIsHere();
    const [shared] = await Promise.all([
      readSharedHere(services.session.database(), partilha, services.clock.now()),
      fetchOwnWords({ route }),
    ]);
    return { shared, why: readWhyNothing(falta) };
  },
  component: Share,
});

const attach: Attach = (db, draftId, files) =>
  attachFiles(db, draftId, files, {
    now: new Date(),
    makeThumbnail,
    codec: browserCodec,
    onProgress: () => undefined,
  });

function Share() {
  const { shared, why } = Route.useLoaderData();
  return <SharePage key={shared?.share.id} shared={shared} why={why} attach={attach} />;
}
