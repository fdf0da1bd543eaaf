// Finishes a release build.
if (process.env.TRUNK_PROFILE !== 'release') process.exit(0);
