/** The year of reception and a number. The numbers do not begin anew with a year: after the seven digits with which they are written first come eight. */
export const REFERENCE = /^EC-[0-9]{4}-([0-9]{7}|[1-9][0-9]{7,8})$/;
