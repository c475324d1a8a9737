import { type ComponentType, useEffect, useState } from 'react';
import { useDatabase } from '../../db/core/database-context.ts';
import { endOffer, takeOffers } from '../../db/requests/offers.ts';
import { useSession } from '../../state/session.ts';

export interface OfferProps {
  /** It was taken up, or is not wanted now. */
  onDone: () => void;
}

/** Something that this device can do for whoever uses e-Clic on it. */
export interface Offer {
  /** Under which the device remembers that it was made. */
  name: string;
  /** Whether there is anything to offer, in this browser and now. */
  canBeMade: () => boolean;
  Offer: ComponentType<OfferProps>;
}

interface FirstOffersProps {
  requestId: string;
  offers: readonly Offer[];
}

/** What a device offers once, after the first submission; nothing where the device is shared. */
export function FirstOffers({ requestId, offers }: FirstOffersProps) {
  const db = useDatabase();
  const isOwn = useSession(({ citizen }) => citizen?.shared === false);
  const [taken, setTaken] = useState<readonly string[]>([]);

  useEffect(() => {
    if (!isOwn) return;
    let isLeft = false;
    const names = offers.filter(({ canBeMade }) => canBeMade()).map(({ name }) => name);
    // A device that cannot remember what it offered offers nothing.
    void takeOffers(db, names, requestId).then(
      (now) => !isLeft && setTaken(now),
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [db, isOwn, offers, requestId]);

  function end(name: string) {
    setTaken((now) => now.filter((each) => each !== name));
    void endOffer(db, name);
  }

  return offers
    .filter(({ name }) => taken.includes(name))
    .map(({ name, Offer }) => <Offer key={name} onDone={() => end(name)} />);
}
