import { platformTime } from './platformTime';

const zone = 'Europe/Berlin';

describe('platformTime', () => {
  it.each([
    ['Friday, 12 March 2027, 9:15 PM', '2027-03-12T20:15:00.000Z'],
    ['Friday, 12 March 2027, 12:05 am', '2027-03-11T23:05:00.000Z'],
    ['Freitag, 12. März 2027, 21:15', '2027-03-12T20:15:00.000Z'],
    ['Freitag, 12. Ma\u0308rz 2027, 21:15 Uhr', '2027-03-12T20:15:00.000Z'],
    ['Friday, 12 March 2027, 9:15\u202fp.m.', '2027-03-12T20:15:00.000Z'],
  ])('should read %s', (text, instant) => {
    expect(platformTime(text, zone)).toEqual({ status: 'time', instant: new Date(instant) });
  });

  it.each(['', '-', '–'])('should take "%s" for none', (text) => {
    expect(platformTime(text, zone)).toEqual({ status: 'none' });
  });

  it.each([
    ['vendredi 12 mars 2027, 21:15', 'is not a time in English or German'],
    ['Friday, 12 March 2027, 9:15 soir', 'is not a time in English or German'],
    ['Friday, 12 March 2027, 25:15', 'is no date and time'],
    ['Friday, 12 March 2027, 13:15 PM', 'is no date and time'],
    ['Tuesday, 30 February 2027, 9:15 PM', 'is no date and time'],
    // Clocks go back from 3:00 to 2:00, and forward from 2:00 to 3:00.
    ['Sunday, 31 October 2027, 2:30 AM', 'happens twice in Europe/Berlin'],
    ['Sunday, 28 March 2027, 2:30 AM', 'does not exist in Europe/Berlin'],
  ])('should not guess the time of %s', (text, reason) => {
    expect(platformTime(text, zone)).toEqual({
      status: 'unclear',
      reason: expect.stringContaining(`"${text}" ${reason}`) as string,
    });
  });

  it('should not guess the zone', () => {
    expect(platformTime('Friday, 12 March 2027, 9:15 PM', undefined)).toMatchObject({ status: 'unclear' });
  });
});
