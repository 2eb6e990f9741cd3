import { expect, it, vi } from 'vitest';

it('should run the example of tests of an application', async () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('../../docs/examples/own-tests.ts');

  expect(printed.mock.calls).toEqual([['held in 80 lives']]);
  printed.mockRestore();
});
