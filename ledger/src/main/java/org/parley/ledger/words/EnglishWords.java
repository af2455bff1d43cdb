package org.parley.ledger.words;

import java.util.List;

/** The English words, eight a line: the first of line n is word 8(n - 1). Their order is part of the format. */
final class EnglishWords {
    static final List<String> ALL = List.of("""
            accordion acrobat album alpaca alphabet antenna apartment apricot
            apron armchair artichoke artist asparagus attic autumn avocado
            bakery balcony ballerina bamboo baobab barbecue barometer basket
            bicycle biscuit boat bottle bracelet breakfast brick broccoli
            brochure bronze brooch buckle bulgur cabbage cabin calendar
            camera candy caramel cardamom cardboard carnival carrot cashew
            caviar ceiling celery cement cheese chocolate cinema circus
            clarinet climate cloud coffee collar comedy comma compass
            computer coral coriander costume cradle crystal cucumber curtain
            cylinder daffodil dance dandelion dinosaur dolphin domino doughnut
            dragonfly dress earring elevator emerald engine envelope equation
            eraser fairytale farmer flamingo flower forest formula fountain
            fruit furniture galaxy gardener garlic gazelle geometry giraffe
            glass gold goose grape graphite guitar hamster hibiscus
            history hockey horizon horseshoe iguana jelly journey kangaroo
            kayak ketchup kiosk kitchen lamp lantern lasagna laundry
            lavender lecture lemur lesson limousine lizard magnet mammoth
            mango marble mechanic memory mineral mint mirror mitten
            mixer muffin museum napkin necklace nectarine notebook nylon
            oasis ocean octopus opera orchid oregano ornament ostrich
            overcoat oxygen oyster papaya parsley peacock pebble pedal
            pelican pencil pendulum pepper perfume pharmacy physics piano
            picnic pillow pineapple pistachio pizza planet plaster plumber
            popcorn porcelain portrait potato printer protein pudding pumpkin
            pyramid quartz rabbit radish raisin recipe riddle robot
            saffron salmon salt sandal sapling sardine saucer sauna
            saxophone scarf scooter seagull seashell seaweed sesame shampoo
            shirt silver smile sock spaghetti spinach sponge squirrel
            stove symphony tangerine teacher teapot telescope tennis terrace
            thermos thread ticket tourist towel tractor tram tundra
            turbine turmeric turtle vanilla velvet violin vitamin waffle
            wagon wardrobe waterfall wave wheel windmill yogurt zucchini
            """.strip().split("\\s+", -1));

    private EnglishWords() {}
}
