package dev.descent.dataset.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetId;
import dev.descent.dataset.Values;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.specification.Synthetic;
import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.StorageFullException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatasetStoreTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	/** Ten numbers and five targets, so 120 bytes. */
	private static final Dataset DATA = new Dataset(List.of("a", "b"), new double[10], new Values(new double[5]));

	private final AtomicLong made = new AtomicLong();

	private final CurrentOwner owners = new CurrentOwner(() -> Owner.ANYONE);

	private final DatasetStore store = new DatasetStore(5, 2, 600, () -> new UUID(0, made.incrementAndGet()),
			Clock.fixed(NOW, ZoneOffset.UTC), owners);

	@Test
	void aRecipeGivesItsDataWhenAsked() {
		var stored = store.add(moons().withSeed(3));
		assertThat(stored.id()).hasToString("00000000-0000-0000-0000-000000000001");
		assertThat(stored.createdAt()).isEqualTo(NOW);
		assertThat(stored.bytes()).isZero();
		assertThat(store.get(stored.id()).shape()).isEqualTo(moons().shape());
		assertThat(store.get(stored.id()).dataset()).isEqualTo(moons().withSeed(3).generate());
	}

	@Test
	void aRecipeWithoutASeedIsNoRecipe() {
		assertThatIllegalArgumentException().isThrownBy(() -> store.add(moons()));
	}

	@Test
	void dataAreGivenBackAsTheyCame() {
		var stored = store.add(DATA);
		assertThat(store.get(stored.id()).dataset()).isSameAs(DATA);
		assertThat(store.get(stored.id()).shape()).isEqualTo(DATA.shape());
		assertThat(store.dataset(new Stored(stored.id()))).isSameAs(DATA);
		assertThat(store.shape(new Stored(stored.id()))).isEqualTo(DATA.shape());
	}

	@Test
	void specificationsStandForTheirDataWithoutBeingStored() {
		assertThat(store.dataset(moons().withSeed(3))).isEqualTo(moons().withSeed(3).generate());
		var inline = JsonMapper.shared()
			.readValue("{\"type\":\"inline\",\"features\":[[1],[2]],\"targets\":[0.5,1]}", DatasetSpecification.class);
		assertThat(store.dataset(inline).targets()).isEqualTo(new Values(new double[] { 0.5, 1 }));
		assertThat(store.shape(inline)).isEqualTo(store.dataset(inline).shape());
		assertThat(store.list(null, 10)).isEmpty();
	}

	@Test
	void whatIsNotThereIsNotFound() {
		var unknown = new DatasetId("x");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.get(unknown))
			.withMessage("There is no dataset 'x'.");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.delete(unknown));
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.list(unknown, 1));
	}

	@Test
	void theyAreListedInTheOrderTheyCame() {
		var ids = IntStream.range(0, 5).mapToObj((i) -> store.add(moons().withSeed(i)).id()).toList();
		assertThat(store.list(null, 2)).extracting(StoredDataset::id).isEqualTo(ids.subList(0, 2));
		assertThat(store.list(ids.get(1), 2)).extracting(StoredDataset::id).isEqualTo(ids.subList(2, 4));
		assertThat(store.list(ids.get(4), 2)).isEmpty();
	}

	@Test
	void overTheCountNewOnesAreRefusedAndOldOnesKept() {
		var first = store.add(moons().withSeed(0));
		IntStream.range(1, 5).forEach((i) -> store.add(moons().withSeed(i)));
		assertThatExceptionOfType(StorageFullException.class).isThrownBy(() -> store.add(moons().withSeed(5)))
			.withMessage("The service keeps at most 5 datasets; delete one to make room.");
		assertThat(store.get(first.id())).isEqualTo(first);
		store.delete(first.id());
		assertThat(store.add(moons().withSeed(5))).isNotNull();
	}

	@Test
	void overTheBytesNewOnesAreRefusedUntilOthersAreDeleted() {
		store.add(DATA);
		var second = store.add(DATA);
		assertThatExceptionOfType(StorageFullException.class).isThrownBy(() -> store.add(DATA))
			.withMessage("The dataset takes 250 bytes but only 100 of 600 are free; delete others to make room.");
		store.delete(second.id());
		assertThat(store.add(DATA)).isNotNull();
	}

	@Test
	void oneOwnerOfSeveralHasAShareOnly() {
		var anna = new Owner("anna");
		var ben = new Owner("ben");
		owners.as(anna, () -> {
			store.add(moons().withSeed(0));
			var second = store.add(moons().withSeed(1));
			assertThatExceptionOfType(StorageFullException.class).isThrownBy(() -> store.add(moons().withSeed(2)))
				.withMessage("You have 2 datasets, as many as one owner of keys may; delete one to make room.");
			store.delete(second.id());
			assertThatExceptionOfType(StorageFullException.class).isThrownBy(() -> store.add(DATA))
				.withMessage("The dataset takes 250 bytes but you have 0 of the 240 that one owner of keys may; "
						+ "delete others to make room.");
			assertThat(store.add(moons().withSeed(3))).isNotNull();
		});
		owners.as(ben, () -> assertThat(store.add(moons().withSeed(4))).isNotNull());
	}

	@Test
	void threadsDoNotLoseEachOthersDatasets() {
		var roomy = new DatasetStore(100_000, 0, 0, () -> new UUID(0, made.incrementAndGet()), Clock.systemUTC(),
				new CurrentOwner(() -> Owner.ANYONE));
		var recipe = moons().withSeed(1);
		try (var threads = Executors.newFixedThreadPool(4)) {
			for (int thread = 0; thread < 4; thread++) {
				threads.execute(() -> {
					for (int i = 0; i < 10_000; i++) {
						roomy.add(recipe);
					}
				});
			}
		}
		assertThat(roomy.list(null, 100_000)).hasSize(40_000).doesNotHaveDuplicates();
	}

	private static Synthetic moons() {
		return (Synthetic) JsonMapper.shared().readValue("{\"type\":\"moons\"}", DatasetSpecification.class);
	}

}
