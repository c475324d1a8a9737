import { InstallOffer } from '../../../../../features/install/install-app.tsx';
import { canInstall } from '../../../../../features/install/install-way.ts';
import { FirstOffers, type Offer } from '../../../../../features/receipt/first-offers.tsx';
import { canOfferPush, PushOffer } from '../../../../../features/session/push/push-offer.tsx';

/** The offers, in the order in which they stand on the page. */
const OFFERS: readonly Offer[] = [
  { name: 'push', canBeMade: canOfferPush, Offer: PushOffer },
  { name: 'install', canBeMade: canInstall, Offer: InstallOffer },
];

export function DeviceOffers({ requestId }: { requestId: string }) {
  return <FirstOffers requestId={requestId} offers={OFFERS} />;
}
