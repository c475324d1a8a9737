import { crossPlaces } from './cross-places.ts';

crossPlaces('sofia');
