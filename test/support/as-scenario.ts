export * from '../../testing/as-scenario.ts';
