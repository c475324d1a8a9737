import { type ComponentType, useEffect, useState } from 'react';
import { useDatabase } from '../../db/core/database-context.ts';
import { endOffer, takeOffers } from '../../db/requests/offers.ts';
import { useSession } from '../../state/session.ts';

export interface OfferProps {
  /** Called when the citizen has taken the offer up or declined it. */
  onDone: () => void;
}

/** Something that this device can do for the citizen who uses e-Clic on it. */
export interface Offer {
  /** The name under which the device remembers that it made the offer. */
  name: string;
  /** Whether this browser has something to offer at this moment. */
  canBeMade: () => boolean;
  Offer: ComponentType<OfferProps>;
}

interface FirstOffersProps {
  requestId: string;
  offers: readonly Offer[];
}

/** The offers that a device makes once, after the first submission. A shared device makes none. */
export function FirstOffers({ requestId, offers }: FirstOffersProps) {
  const db = useDatabase();
  const isOwn = useSession(({ citizen, isShared }) => citizen !== null && !isShared);
  const [taken, setTaken] = useState<readonly string[]>([]);

  useEffect(() => {
    if (!isOwn) return;
    let isLeft = false;
    const names = offers.filter(({ canBeMade }) => canBeMade()).map(({ name }) => name);
    // A device that cannot remember its offers makes none.
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
