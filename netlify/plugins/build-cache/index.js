// Keeps .cache (converted texts, smaller variants of photographs) from one build to the next.

const FOLDER = ".cache";

module.exports = {
  async onPreBuild({ utils }) {
    const restored = await utils.cache.restore(FOLDER);
    console.log(restored ? `${FOLDER} is back from the last build.` : `No ${FOLDER} yet: this build makes it.`);
  },
  // After a build that succeeded; one that fails leaves the kept folder as it is.
  async onPostBuild({ utils }) {
    await utils.cache.save(FOLDER);
  },
};
