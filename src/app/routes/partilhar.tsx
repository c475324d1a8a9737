import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { attachInTurn } from '../../features/attachments/attach-files.ts';
import { browserCodec } from '../../features/attachments/photo-codec.ts';
import type { Attach } from '../../features/share/join-share.ts';
import { SharePage } from '../../features/share/share-page.tsx';
import { readSharedHere, readWhyNothing } from '../../features/share/shared-here.ts';
import { useTellWhereLeft } from '../../parts/use-tell-where-left.ts';

/** Stands outside the citizens' pages: a visitor whom the device does not know is told why nothing is here, and need not sign in for that. */
export const Route = createFileRoute('/partilhar')({
  staticData: { words: ['share', 'issues'], asksWhoIsHere: true },
  loader: async ({ context: { services }, location }) => {
    const { partilha, falta } = location.search as Record<string, unknown>;
    await services.session.whoIsHere();
    const shared = await readSharedHere(services.session.database(), partilha, services.clock.now());
    return { shared, why: readWhyNothing(falta) };
  },
  component: Share,
});

function Share() {
  const { shared, why } = Route.useLoaderData();
  const { t } = useTranslation('issues');
  const tellWhereLeft = useTellWhereLeft();
  const attach: Attach = async (db, draftId, files) => {
    const attached = await attachInTurn(db, draftId, files, browserCodec);
    const texts = attached.issues.map(({ code, params }) => t(code, params ?? {}));
    await tellWhereLeft(db, draftId, texts);
    return attached;
  };
  return <SharePage key={shared?.share.id} shared={shared} why={why} attach={attach} />;
}
