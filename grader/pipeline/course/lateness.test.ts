import { latenessOf, type Lateness } from './lateness';
import { parseCourse } from './readCourse';

function course(timeZone: string, due: string | undefined, latePolicy?: object): ReturnType<typeof parseCourse> {
  const assignments = [{ id: '03-losses', due }];
  return parseCourse(JSON.stringify({ title: 'Course', publicSeed: 'seed', timeZone, latePolicy, assignments }));
}

const policy = { percentPerDay: 10, maximumDays: 3, graceMinutes: 15 };
const judge = (one: ReturnType<typeof course>, submittedAt: string, extendedUntil?: string): Lateness =>
  latenessOf(
    one,
    '03-losses',
    new Date(submittedAt),
    extendedUntil === undefined ? undefined : new Date(extendedUntil),
  );

describe('latenessOf', () => {
  // Berlin is an hour ahead of UTC in winter: 23:59 there is 22:59 UTC.
  const winter = course('Europe/Berlin', '2027-02-12T23:59', policy);

  it.each([
    ['at the due time', '2027-02-12T22:59:00Z', 0, 0],
    ['within the grace', '2027-02-12T23:14:00Z', 0, 0],
    ['a second after the grace', '2027-02-12T23:14:01Z', 1, 0.1],
    ['at the end of the first day, grace included', '2027-02-13T23:14:00Z', 1, 0.1],
    ['a second later', '2027-02-13T23:14:01Z', 2, 0.2],
    ['on the last day that counts', '2027-02-15T12:00:00Z', 3, 0.3],
    ['after it', '2027-02-16T12:00:00Z', 4, 1],
  ])('should count days and points when handed in %s', (_when, submittedAt, days, penalty) => {
    expect(judge(winter, submittedAt)).toEqual({ late: days > 0, days, penalty });
  });

  it('should count from an extension, and ignore one that ends earlier', () => {
    expect(judge(winter, '2027-02-14T22:00:00Z', '2027-02-14T22:59:00Z').late).toBe(false);
    expect(judge(winter, '2027-02-15T22:00:00Z', '2027-02-14T22:59:00Z')).toEqual({
      late: true,
      days: 1,
      penalty: 0.1,
    });
    expect(judge(winter, '2027-02-12T22:59:00Z', '2027-01-01T00:00:00Z').late).toBe(false);
  });

  // Clocks in Berlin go from 02:00 to 03:00 on March 28: that day, from 23:59 to 23:59, has 23 hours and ends at 21:59
  // UTC.
  it('should end the day an hour earlier when clocks go forward in Berlin', () => {
    const spring = course('Europe/Berlin', '2027-03-27T23:59', { ...policy, graceMinutes: 0 });
    expect(judge(spring, '2027-03-27T22:59:00Z').days).toBe(0);
    expect(judge(spring, '2027-03-28T21:59:00Z').days).toBe(1);
    expect(judge(spring, '2027-03-28T21:59:01Z').days).toBe(2);
  });

  // And back from 03:00 to 02:00 on October 31: 25 hours, from 21:59 UTC to 22:59 UTC.
  it('should end the day an hour later when clocks go back in Berlin', () => {
    const autumn = course('Europe/Berlin', '2027-10-30T23:59', { ...policy, graceMinutes: 0 });
    expect(judge(autumn, '2027-10-30T21:59:00Z').days).toBe(0);
    expect(judge(autumn, '2027-10-31T22:59:00Z').days).toBe(1);
    expect(judge(autumn, '2027-10-31T22:59:01Z').days).toBe(2);
    expect(judge(autumn, '2027-11-01T22:59:00Z').days).toBe(2);
  });

  // New York is 5 hours behind UTC in winter, 4 in summer; clocks go forward on March 14 and back on November 7.
  it('should follow the clocks of New York', () => {
    const spring = course('America/New_York', '2027-03-13T23:59', { ...policy, graceMinutes: 0 });
    expect(judge(spring, '2027-03-14T04:59:00Z').days).toBe(0);
    expect(judge(spring, '2027-03-15T03:59:00Z').days).toBe(1);
    expect(judge(spring, '2027-03-15T03:59:01Z').days).toBe(2);
    const autumn = course('America/New_York', '2027-11-06T23:59', { ...policy, graceMinutes: 0 });
    expect(judge(autumn, '2027-11-08T04:59:00Z').days).toBe(1);
    expect(judge(autumn, '2027-11-08T04:59:01Z').days).toBe(2);
  });

  // 02:30 is skipped in Berlin on March 28; an hour and a half after midnight of the old offset it is 01:30 UTC, shown
  // as 03:30.
  it('should handle a day that ends at a skipped time, and use the later instant if the time occurs twice', () => {
    const skipped = course('Europe/Berlin', '2027-03-27T02:30', { ...policy, graceMinutes: 0 });
    expect(judge(skipped, '2027-03-28T01:30:00Z').days).toBe(1);
    expect(judge(skipped, '2027-03-28T01:30:01Z').days).toBe(2);
    const twice = course('Europe/Berlin', '2027-10-30T02:30', { ...policy, graceMinutes: 0 });
    expect(judge(twice, '2027-10-31T01:30:00Z').days).toBe(1);
    expect(judge(twice, '2027-10-31T01:30:01Z').days).toBe(2);
  });

  it('should cost nothing without a policy and never be late without a due date', () => {
    expect(judge(course('Europe/Berlin', '2027-02-12T23:59'), '2027-03-12T22:59:00Z')).toEqual({
      late: true,
      days: 28,
      penalty: 0,
    });
    expect(judge(course('Europe/Berlin', undefined, policy), '2040-01-01T00:00:00Z')).toEqual({
      late: false,
      days: 0,
      penalty: 0,
    });
  });

  it('should name an unknown assignment', () => {
    expect(() => latenessOf(winter, '99-none', new Date())).toThrow('the course has no assignment 99-none');
  });
});
