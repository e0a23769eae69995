import fc from "fast-check";

// The same sample in every run: what fails on one machine fails on all of them. PROPERTY_SEED draws another one.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20071130) });

export { fc };
