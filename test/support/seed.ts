import fc from 'fast-check';

const text = process.env.FC_SEED;
if (text) {
  const seed = Number(text);
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED must be a whole number, not "${text}".`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
